import { makeStyles, tokens } from '@fluentui/react-components';

export const useAskBoxStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  box: { '& textarea': { minHeight: '112px' } },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  count: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  danger: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  nines: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
});
