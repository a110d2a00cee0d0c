/** Stands in for the one type that `adaptivecards-templating` takes from another package's sources. */
export type IAdaptiveCard = object;
