/** Stands where adaptivecards would load a slider library, which cards of schema 1.5 never use. */
export const Swiper = {};
export const Navigation = {};
export const Pagination = {};
export const Scrollbar = {};
export const A11y = {};
export const History = {};
export const Keyboard = {};
export const Autoplay = {};

// The library that is stood in for has a default export; so must its stand-in.
export { Swiper as default };
