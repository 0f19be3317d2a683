/* The editor's configuration, made of what the catalogue tells of its records (see `ocop.site.compose.editor`). */

const COMMIT_MESSAGES = {
  create: "Thêm {{collection}} {{slug}}",
  update: "Sửa {{collection}} {{slug}}",
  delete: "Xóa {{collection}} {{slug}}",
  uploadMedia: "Thêm ảnh {{path}}",
  deleteMedia: "Xóa ảnh {{path}}",
}

/* Without a repository the editor writes into a folder, but will not start without the name of one. */
const NOWHERE = { name: "github", repo: "khong-co/kho" }

const ICONS = { product: "storefront", producer: "groups", sales_point: "add_business" }

export const formatOf = (form) => `ocop-${form}`

export function configuration(told) {
  const { backend, slug } = told
  return {
    load_config_file: false,
    backend: { ...(backend ?? NOWHERE), auth_methods: ["token"], commit_messages: COMMIT_MESSAGES },
    ...(backend ? { publish_mode: "editorial_workflow" } : {}),
    app_title: "Danh mục OCOP Bạc Liêu",
    logo: { src: document.querySelector("link[rel=icon]").href, show_in_header: false },
    slug: { encoding: "ascii", clean_accents: true, maxlength: slug.longest },
    media_folder: "products",
    public_folder: "",
    media_libraries: {
      default: { config: { max_file_size: 20 * 1000 * 1000, slugify_filename: true } },
      stock_assets: { providers: [] },
    },
    editor: { preview: false },
    output: { omit_empty_optional_fields: true },
    collections: told.collections.map((each) => collection(each, told)),
  }
}

function collection({ form, lists = {}, ...named }, told) {
  const { slug } = told
  return {
    ...named,
    icon: ICONS[form],
    format: formatOf(form),
    extension: "yml",
    identifier_field: "name",
    summary: "{{name}}",
    sortable_fields: { fields: ["name"], default: { field: "name" } },
    media_folder: "",
    public_folder: "",
    create: true,
    delete: false,
    slug: {
      template: "{{name}}",
      editable: ["create"],
      pattern: [slug.pattern, "mã chỉ gồm chữ thường không dấu, chữ số và gạch nối đơn"],
      hint: "Mã là tên tệp, nằm trong địa chỉ trang và mã QR đã in: đặt một lần, giữ mãi.",
    },
    fields: boxes(told.forms[form], (name) => told.lists[lists[name] ?? name] ?? []),
  }
}

/* Fill in the lists that are named; what has nothing to choose from is left out. */
function boxes(fields, listed) {
  return fields.flatMap((field) => {
    const filled = { ...field }
    if (field.fields) filled.fields = boxes(field.fields, listed)
    if (typeof field.options === "string") {
      filled.options = listed(field.options).map(([value, label]) => ({ value, label }))
      if (!filled.options.length) return []
    }
    return [filled]
  })
}
