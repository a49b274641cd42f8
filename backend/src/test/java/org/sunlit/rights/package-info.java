/** Who may do what, tried out for everybody and everything. */
package org.sunlit.rights;
