/** Cookie that keeps whether the sidebar is "collapsed" or "open". */
export const SIDEBAR_COOKIE = "touchstone-sidebar";
