const colour = (strong: string, subtle: string): { default: string; subtle: string } => ({
  default: `var(--${strong})`,
  subtle: `var(--${subtle})`,
});

const FOREGROUND = {
  default: colour('colorNeutralForeground1', 'colorNeutralForeground2'),
  dark: colour('colorNeutralForeground1', 'colorNeutralForeground2'),
  light: colour('colorNeutralForeground2', 'colorNeutralForeground3'),
  accent: colour('colorBrandForeground1', 'colorBrandForeground2'),
  good: colour('colorStatusSuccessForeground1', 'colorStatusSuccessForeground1'),
  warning: colour('colorStatusWarningForeground3', 'colorStatusWarningForeground3'),
  attention: colour('colorStatusDangerForeground1', 'colorStatusDangerForeground1'),
};

const container = (
  background: string,
  border = 'colorNeutralStroke2',
  foreground: object = FOREGROUND,
): object => ({
  backgroundColor: `var(--${background})`,
  borderColor: `var(--${border})`,
  foregroundColors: foreground,
});

/** On its own colour the accent needs its stronger form to be read. */
const ON_ACCENT = { ...FOREGROUND, accent: colour('colorBrandForeground2', 'colorBrandForeground2') };

/** How Teams sets a card, in the colours of the theme around it: the values are Fluent's own variables. */
export const HOST_CONFIG = {
  supportsInteractivity: true,
  fontFamily: 'var(--fontFamilyBase)',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: { small: 6, default: 10, medium: 14, large: 18, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('colorTransparentBackground'),
    emphasis: container('colorNeutralBackground3'),
    accent: container('colorBrandBackground2', 'colorBrandStroke2', ON_ACCENT),
    good: container('colorStatusSuccessBackground1', 'colorStatusSuccessBorder1'),
    warning: container('colorStatusWarningBackground1', 'colorStatusWarningBorder1'),
    attention: container('colorStatusDangerBackground1', 'colorStatusDangerBorder1'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 0, // the style sheet's gap also holds where buttons wrap
    showCard: { actionMode: 'inline', inlineTopMargin: 10 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      weight: 'bolder',
      isSubtle: false,
      wrap: true,
      maxWidth: 120,
    },
    value: { color: 'default', size: 'default', weight: 'default', isSubtle: false, wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention' },
  },
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
} as const;
