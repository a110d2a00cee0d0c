import type { ReactNode } from 'react';

/** A window with nothing to show yet says why, and what would change it. */
export function Quiet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="quiet">
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    </div>
  );
}
