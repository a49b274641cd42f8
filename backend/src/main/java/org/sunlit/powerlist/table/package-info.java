/**
 * Reading tables that people upload: CSV and XLSX, told apart by what is in them. Pure. Nothing in
 * a file is trusted: neither its name, nor its encoding, nor the sizes it states.
 */
package org.sunlit.powerlist.table;
