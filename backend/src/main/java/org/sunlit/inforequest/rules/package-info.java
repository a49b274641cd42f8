/** What may happen to a request for information, in what order, by whom and until when. Pure. */
package org.sunlit.inforequest.rules;
