/* "Is it OCOP?" */
export {}
