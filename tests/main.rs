//! Every integration test in one binary, so that the typesetter is linked only once.
