#!/bin/bash
exec python3 -c 'from localstack.runtime.main import main; main()' "$@"
