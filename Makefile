# Danh mục OCOP Bạc Liêu · the catalogue of Bạc Liêu's OCOP goods.  `make help` lists the commands.
# Written for GNU make 3.81 and later (macOS has that one).

# The theme's notice about its own end of life: known, and the reason why the host is kept thin.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

bin := .venv/bin

# Each stamp says: this step is done for the files it depends on. While none of them changes, nothing runs.
venv := .venv/.made
site_packages := .venv/.site-packages
test_packages := .venv/.test-packages
modules := node_modules/.site-modules
test_modules := node_modules/.test-modules
assets := build/assets/.made

styles_and_scripts := $(shell find overrides/assets -type f 2>/dev/null)

.PHONY: help setup assets site serve test lint check links bench fmt lock clean distclean
.DELETE_ON_ERROR:

help:
	@echo 'make site       dựng trang vào site/                          build the site into site/'
	@echo 'make serve      xem trực tiếp ở http://127.0.0.1:8000         the same, live'
	@echo 'make test       chạy mọi kiểm thử (ARGS="-k …")               run every test'
	@echo 'make lint       soát mã, kiểu và các tầng                     linters, types, layers'
	@echo 'make check      lint rồi test                                 lint, then test'
	@echo 'make links      hỏi lại các địa chỉ mà bản ghi dẫn             ask the cited addresses again'
	@echo 'make bench      đo tốc độ và dung lượng                       measure speed and size'
	@echo 'make fmt        định dạng mã Python                           format the Python code'
	@echo 'make assets     làm kiểu dáng, mã trang và phông chữ          style sheets, scripts, font'
	@echo 'make lock       khóa lại phiên bản (UPGRADE=1: mới nhất)      lock versions anew (UPGRADE=1: newest)'
	@echo 'make clean      xóa những gì đã dựng                          remove what was built'
	@echo 'make distclean  xóa cả .venv và node_modules                  and the environments too'

# ------------------------------------------------------------------------------------------- set-up

$(venv):
	@.ci/setup-python .venv
	@touch $@

$(site_packages): $(venv) locks/site.txt pyproject.toml
	@echo '» gói Python · Python packages'
	@$(bin)/python -m pip install -qq --require-hashes --requirement locks/site.txt
	@$(bin)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(test_packages): $(site_packages) locks/test.txt
	@echo '» gói Python cho kiểm thử · Python packages for tests'
	@$(bin)/python -m pip install -qq --require-hashes --requirement locks/test.txt
	@touch $@

$(modules): package.json package-lock.json .npmrc | $(site_packages)
	@echo '» gói npm · npm packages'
	@$(bin)/npm ci --omit=dev --ignore-scripts --loglevel=error >/dev/null
	@touch $@

$(test_modules): package.json package-lock.json .npmrc | $(site_packages)
	@echo '» gói npm cho kiểm thử · npm packages for tests'
	@$(bin)/npm ci --ignore-scripts --loglevel=error >/dev/null
	@touch $(modules) $@

# mkdocs.yml names the palette's colours, and the theme is one of the packages.
$(assets): $(styles_and_scripts) overrides/assets.mjs overrides/font.py overrides/share.py mkdocs.yml $(site_packages) $(modules)
	@echo '» kiểu dáng, mã trang, phông chữ · style sheets, scripts, font'
	@$(bin)/node overrides/assets.mjs
	@$(bin)/python overrides/assets/editor_icons.py build/assets/editor
	@$(bin)/python overrides/font.py node_modules/@fontsource/be-vietnam-pro build/assets
	@$(bin)/python overrides/share.py overrides/assets/ocop build/assets/share
	@touch $@

setup: $(site_packages) $(assets)

assets: $(assets)

# --------------------------------------------------------------------------------------- the site

site: setup
	@$(bin)/mkdocs build --strict

serve: setup
	@$(bin)/mkdocs serve --dev-addr 127.0.0.1:8000

# ---------------------------------------------------------------------------------- tests and checks

# pytest comes last: its closing line is the last line.
test: $(test_packages) $(test_modules) setup
	@OFFICE="$$(.ci/setup-office)" .ci/with-browser $(bin)/python -m pytest -n 2 --dist worksteal -q $(ARGS)

lint: $(test_packages)
	@$(bin)/ruff check .
	@$(bin)/ruff format --check .
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo

check:
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test

links: $(test_packages)
	@.ci/check-links $(REPORT)

bench: $(test_packages) $(test_modules) setup
	@$(bin)/python -m pip install -qq --require-hashes --requirement tests/benchmarks/requirements.txt
	@mkdir -p build/bench && cp tests/benchmarks/photos_peer/* build/bench
	@$(bin)/npm ci --prefix build/bench --ignore-scripts --loglevel=error >/dev/null
	@.ci/with-browser $(bin)/python tests/benchmarks $(ARGS)

fmt: $(test_packages)
	@$(bin)/ruff check --fix-only --quiet .
	@$(bin)/ruff format .

lock: $(test_packages)
	@.ci/lock

clean:
	rm -rf build site .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find hooks tests overrides -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf .venv node_modules hooks/*.egg-info
