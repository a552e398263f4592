# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
cd "$(dirname "$GREENSWARD_CERT")/../labs/work"
PYTHONDONTWRITEBYTECODE=1 python3 "$(dirname "${BASH_SOURCE[0]}")/../plant.py" 3 >/dev/null
