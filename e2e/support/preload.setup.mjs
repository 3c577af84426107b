// sanitize-html is CommonJS and requires htmlparser2, which is ESM and also ours: Jest refuses that while our own graph is
// being linked. Loaded beforehand, it is there already.
import 'sanitize-html';
