"""The golden sentences: every sentence that the commentary can say, said of made-up editions.

`sentences.txt` holds them in English, `sentences.zh.txt` in Chinese, one to a line. A test compares
them with what the library says; only `make golden` writes them anew, so that a changed sentence is
a changed line in the diff. A new message needs a case here: the test names every marked message
that no golden sentence has used.
"""
