import type { ReactNode } from 'react';

/** A window with nothing to show yet says why, and what would change it. */
export function Quiet({
  title,
  icon,
  children,
}: {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="quiet">
      <div>
        {icon !== undefined && <span className="quiet-icon">{icon}</span>}
        <h3>{title}</h3>
        {children}
      </div>
    </div>
  );
}
