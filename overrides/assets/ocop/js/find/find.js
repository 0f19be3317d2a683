/* Search and filters, loaded once somebody searches. */
export { fold } from "./fold.js"
export { complete, open } from "./index.js"
export { mark } from "./rows.js"
export { searcher } from "./search.js"
export { markOn, today } from "./standing.js"
export { enhance, openDialog } from "./ui.js"
