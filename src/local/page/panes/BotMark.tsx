/** The desk's own mark. */
export function BotMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="bot-mark">
      <path
        d="M8.5 1.8h15a4 4 0 0 1 3.4 2l5 9.2a6 6 0 0 1 0 6l-5 9.2a4 4 0 0 1-3.4 2h-15a4 4 0 0 1-3.4-2l-5-9.2a6 6 0 0 1 0-6l5-9.2a4 4 0 0 1 3.4-2z"
        fill="#4f52b2"
      />
      <path d="M16 6.4l7.6 2.9v5.9c0 4.7-3.1 8.4-7.6 9.9-4.5-1.5-7.6-5.2-7.6-9.9V9.3z" fill="#fff" />
      <path d="M12 12.3h8v5.2h-4.1l-2.6 2.2v-2.2H12z" fill="#4f52b2" />
    </svg>
  );
}
