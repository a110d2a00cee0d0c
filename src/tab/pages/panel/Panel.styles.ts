import { makeStyles, tokens } from '@fluentui/react-components';

export const usePanelStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: '24px' },
  queue: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '760px' },
  live: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  dot: { width: '8px', height: '8px', borderRadius: '50%', backgroundColor: tokens.colorNeutralForeground3 },
  dotLive: {
    backgroundColor: tokens.colorPaletteGreenForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  tabs: { display: 'grid', gridTemplateColumns: 'repeat(4, minmax(min-content, 1fr))', maxWidth: '480px' },
  tab: { paddingInline: '2px', justifyContent: 'center', minWidth: 0 },
  tabBody: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  tabCount: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  tabLabel: {
    overflowWrap: 'normal',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  card: { gap: '10px' },
  question: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
  },
  asked: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  wordings: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    margin: 0,
    paddingBlock: 0,
    paddingInline: '12px 0',
    listStyleType: 'none',
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
  },
  results: { outlineStyle: 'none' },
  ask: { maxWidth: '640px' },
});
