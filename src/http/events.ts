import type { Response } from 'restify';

const HEARTBEAT_MS = 15_000;

/** Server-sent events on their way to one reader. */
export interface Events {
  /** Sends one event of JSON; before `begin` it is kept, after the reader has left it is dropped. */
  readonly emit: (event: unknown) => void;
  /** Answers 200 and sends what was kept. `close` is called once, when the reader leaves or has already left. */
  readonly begin: (close: () => void) => void;
}

export function eventsTo(response: Response): Events {
  const kept: string[] = [];
  let state: 'kept' | 'open' | 'left' = 'kept';
  response.once('close', () => (state = 'left'));
  return {
    emit(event) {
      const line = `data: ${JSON.stringify(event)}\n\n`;
      if (state === 'kept') kept.push(line);
      else if (state === 'open') response.write(line);
    },
    begin(close) {
      if (state === 'left') {
        close();
        return;
      }
      state = 'open';
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      response.write(`: open\n\n${kept.join('')}`);
      const beat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
      response.once('close', () => {
        clearInterval(beat);
        close();
      });
    },
  };
}
