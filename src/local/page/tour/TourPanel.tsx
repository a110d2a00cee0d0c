import { Button, ProgressBar, Spinner } from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ArrowRight20Filled,
  CheckmarkCircle24Filled,
  Dismiss20Regular,
  Eye20Regular,
  HandLeft20Regular,
  Play20Filled,
} from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { Finale } from './Finale.js';
import { STEPS } from './steps.js';
import type { Tour } from './useTour.js';

/** The tour beside the windows: one step at a time, and at the end what else to try. */
export function TourPanel({ tour }: { readonly tour: Tour }) {
  const { index, done, finished } = tour;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [index, finished]);
  const reached = finished ? STEPS.length : index + (done ? 1 : 0);
  return (
    <aside className="tour" aria-label="Tour">
      <header>
        <span>{finished ? 'The end' : `Step ${String(index + 1)} of ${String(STEPS.length)}`}</span>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss20Regular />}
          aria-label="Leave the tour"
          onClick={tour.stop}
        />
      </header>
      <ProgressBar value={reached / STEPS.length} thickness="large" aria-label="Progress of the tour" />
      <h2 ref={heading} tabIndex={-1}>
        {finished ? 'That was the story. Now yours.' : tour.step.title}
      </h2>
      {finished ? <Finale /> : <Step tour={tour} />}
      <Foot tour={tour} />
    </aside>
  );
}

function Step({ tour }: { readonly tour: Tour }) {
  const { step, busy, done } = tour;
  return (
    <>
      <p>{step.happens}</p>
      <p className="hint">
        <Eye20Regular aria-hidden /> <span>{step.look}</span>
      </p>
      <p className="hint">
        <HandLeft20Regular aria-hidden /> <span>{step.byHand}</span>
      </p>
      <div className="tour-act" aria-live="polite">
        {done ? (
          <p className="tour-done">
            <CheckmarkCircle24Filled aria-hidden /> Done
          </p>
        ) : (
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={busy}
            icon={busy ? <Spinner size="tiny" /> : <Play20Filled />}
            onClick={() => void tour.act()}
          >
            {step.button}
          </Button>
        )}
        {tour.problem !== '' && (
          <p className="notice error" role="alert">
            {tour.problem}
          </p>
        )}
      </div>
    </>
  );
}

function Foot({ tour }: { readonly tour: Tour }) {
  const { index, busy, done, finished } = tour;
  const weight = done || finished ? 'primary' : 'secondary';
  return (
    <footer>
      <Button
        icon={<ArrowLeft20Regular />}
        disabled={busy || index === 0}
        onClick={() => {
          tour.go(finished ? index : index - 1);
        }}
      >
        Back
      </Button>
      {finished ? (
        <Button appearance={weight} onClick={tour.stop}>
          Look around
        </Button>
      ) : (
        <Button
          appearance={weight}
          iconPosition="after"
          icon={<ArrowRight20Filled />}
          disabled={busy}
          onClick={() => {
            tour.go(index + 1);
          }}
        >
          {index === STEPS.length - 1 ? 'Finish' : 'Next'}
        </Button>
      )}
    </footer>
  );
}
