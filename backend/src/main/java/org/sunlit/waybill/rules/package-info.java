/** Pure rules of waybills: which way paper goes, who receives it, when it is late. */
package org.sunlit.waybill.rules;
