/** Publications by e-mail: asked for, confirmed by whoever has the address, told once a day. */
package org.sunlit.disclosure.subscription;
