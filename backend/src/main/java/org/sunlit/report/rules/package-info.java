/** The pure rules of sealed reports. */
package org.sunlit.report.rules;
