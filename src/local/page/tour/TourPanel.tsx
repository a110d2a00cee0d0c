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
import { STEPS } from './steps.js';
import type { Tour } from './useTour.js';

/** The tour beside the windows: one step at a time. */
export function TourPanel({ tour }: { readonly tour: Tour }) {
  const { step, index, busy, done } = tour;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [index]);
  const last = index === STEPS.length - 1;
  return (
    <aside className="tour" aria-label="Tour">
      <header>
        <span>
          Step {index + 1} of {STEPS.length}
        </span>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss20Regular />}
          aria-label="Leave the tour"
          onClick={tour.stop}
        />
      </header>
      <ProgressBar
        value={(index + (done ? 1 : 0)) / STEPS.length}
        thickness="large"
        aria-label="Progress of the tour"
      />
      <h2 ref={heading} tabIndex={-1}>
        {step.title}
      </h2>
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
            disabled={busy}
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
      <footer>
        <Button
          icon={<ArrowLeft20Regular />}
          disabled={index === 0}
          onClick={() => {
            tour.go(index - 1);
          }}
        >
          Back
        </Button>
        {last ? (
          <Button appearance={done ? 'primary' : 'secondary'} onClick={tour.stop}>
            Finish
          </Button>
        ) : (
          <Button
            appearance={done ? 'primary' : 'secondary'}
            iconPosition="after"
            icon={<ArrowRight20Filled />}
            onClick={() => {
              tour.go(index + 1);
            }}
          >
            Next
          </Button>
        )}
      </footer>
    </aside>
  );
}
