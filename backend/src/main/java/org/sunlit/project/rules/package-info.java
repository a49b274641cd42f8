/** The pure rules of projects and their phases. */
package org.sunlit.project.rules;
