/** Pure rules of places: whether a delegation holds on a day, and what a village room must have. */
package org.sunlit.place.rules;
