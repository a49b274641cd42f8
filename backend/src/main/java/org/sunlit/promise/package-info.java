/**
 * What is promised (容缺受理、告知承诺, B13, B14): materials that come late, conditions promised instead of
 * proven, what becomes of it, and the credit record of what was broken.
 */
package org.sunlit.promise;
