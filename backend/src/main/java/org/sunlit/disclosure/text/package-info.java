/** The text that is in files, read for the search within limits of time, memory and length. */
package org.sunlit.disclosure.text;
