/** What may be done with a publication, when a duty is due, whether a document is valid. Pure. */
package org.sunlit.disclosure.rules;
