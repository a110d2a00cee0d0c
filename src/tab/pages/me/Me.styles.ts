import { makeStyles, tokens } from '@fluentui/react-components';

export const useMeStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)',
    gap: '32px',
    alignItems: 'start',
    '@media (max-width: 920px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '24px', minWidth: 0 },
  briefing: { flexDirection: 'row', gap: '16px', '@media (max-width: 360px)': { gap: '12px' } },
  date: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: '60px',
    alignSelf: 'flex-start',
    paddingBlock: '6px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  day: {
    display: 'block',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  month: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  body: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0, flexGrow: 1 },
  topics: {
    margin: '8px 0 0',
    paddingInlineStart: '20px',
    '& li': { marginBottom: '4px' },
    '& strong': { fontWeight: tokens.fontWeightSemibold },
  },
  summary: {
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    width: 'fit-content',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  link: { font: 'inherit' },
  private: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
    margin: 0,
  },
});
