import { makeStyles, tokens } from '@fluentui/react-components';

export const useOutcomeStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: '16px',
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '4px',
    borderInlineStartColor: tokens.colorBrandStroke1,
  },
  emergency: {
    border: `1px solid ${tokens.colorPaletteRedBorder1}`,
    borderInlineStartWidth: '4px',
    borderInlineStartColor: tokens.colorPaletteRedBorderActive,
  },
  choices: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  choice: { justifyContent: 'flex-start', textAlign: 'start' },
  error: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  another: { alignSelf: 'flex-start' },
});
