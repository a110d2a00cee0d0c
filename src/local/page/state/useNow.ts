import { useEffect, useState } from 'react';
import { useShow } from './useShow.js';

/** The desk's clock, in milliseconds, kept to the second. */
export function useNow(): number {
  const { offset } = useShow();
  const [real, setReal] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setReal(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return real + offset;
}
