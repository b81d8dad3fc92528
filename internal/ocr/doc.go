// Package ocr reads the words off pictures of pages, with tesseract.
//
// In goes a picture as PNG. Out come the lines of text on it with the place of
// each word. Tesseract is a program of its own, which the user installs; it is
// given the picture through a pipe and answers through one, so that no file is
// ever written. It runs on one processor for a picture, is stopped when a
// picture takes too long, and what it says is bounded.
//
// The package orders nothing: what belongs to which column and paragraph is
// found out by who asked.
package ocr
