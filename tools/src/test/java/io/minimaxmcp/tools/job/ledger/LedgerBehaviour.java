package io.minimaxmcp.tools.job.ledger;

/** All that a home of jobs has to do, whichever it is. */
interface LedgerBehaviour
        extends CapBehaviour,
                DuplicateBehaviour,
                StoreBehaviour,
                LeaseBehaviour,
                SpendBehaviour,
                ManyProcessesBehaviour {}
