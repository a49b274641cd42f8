/**
 * What is put in writing 文书: the official documents of cases, their numbers, and the register of
 * the seals set to them. Whoever runs the case asks for them within its own transaction.
 */
package org.sunlit.document;
