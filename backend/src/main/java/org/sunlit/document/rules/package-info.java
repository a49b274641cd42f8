/**
 * Which official documents an act gives, what they say and how they are numbered: pure, from the
 * facts of the act alone.
 */
package org.sunlit.document.rules;
