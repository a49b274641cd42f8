/** The pure rules of promises: their clocks, what may be done, credit entries, and their text. */
package org.sunlit.promise.rules;
