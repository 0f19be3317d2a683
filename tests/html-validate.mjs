// What html-validate checks on the built pages: its standard, with no exception.
export default {
  root: true,
  extends: ["html-validate:standard"],
};
