/** Films about public services: where they lie, and how everybody sees them (ADR 131). */
package org.sunlit.disclosure.film;
