// Package pdftest sets PDF files for tests.
package pdftest
