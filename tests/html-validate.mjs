// What html-validate checks on the built pages. Each rule switched off is a fault of the theme's base template that this
// project cannot mend without leaving it, with the reason why it does no harm.
export default {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // The theme's two hidden switches (menu and search of its own application, unused here) carry `autocomplete` on
    // checkboxes. They are not shown and take no input.
    "valid-autocomplete": "off",
  },
};
