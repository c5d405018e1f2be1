/** Tests of the schema-service. */
package dev.sheetway.schema;
