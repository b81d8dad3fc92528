//go:build !unix

package main

func heedFileSize() {}
