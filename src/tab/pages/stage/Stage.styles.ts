import { makeStyles, tokens } from '@fluentui/react-components';

export const useStageStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    gap: 'clamp(16px, 3vh, 40px)',
    padding: 'clamp(20px, 6vw, 120px)',
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  eyebrow: {
    margin: 0,
    color: tokens.colorBrandForeground1,
    fontSize: 'clamp(14px, 1.4vw, 24px)',
    fontWeight: tokens.fontWeightSemibold,
  },
  short: { fontSize: 'clamp(28px, 4.4vw, 76px)' },
  medium: { fontSize: 'clamp(24px, 3vw, 52px)' },
  long: { fontSize: 'clamp(20px, 1.9vw, 32px)' },
  question: {
    margin: 0,
    lineHeight: 1.25,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    whiteSpace: 'pre-wrap',
    maxWidth: '34em',
  },
  asked: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: 'clamp(14px, 1.6vw, 28px)',
  },
  foot: { display: 'flex', gap: '8px' },
});
