/* What comes once a page has been shown: what a record says of the visitor's own moment, the trader's list, and the rest of long lists. */

import "./record/record.js"
import "./list/add.js"
import "./rest.js"
