/** What inspections are and how they go on: pure rules. */
package org.sunlit.inspection.rules;
