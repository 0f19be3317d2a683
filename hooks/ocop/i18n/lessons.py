"""What each message means, for whoever reads it for the first time: in Vietnamese, as the staff guide shows it.

Rule and reason in English stand in the docstring of whatever finds the fault (see `ocop.lessons`). Here stands, by code,
what a person at a commune office needs to know: what it means, why the catalogue insists, and how to mend it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_FILES: Final = {
    "unreadable": "Máy không mở được tệp này, thường vì tệp đang bị khóa hoặc chỉ một người có quyền đọc. Danh mục không đọc được "
    "thì không kiểm tra được. Mở quyền đọc cho mọi người, hoặc chép lại tệp từ bản gốc.",
    "not_a_file": "Ở chỗ này có một thứ mang tên bản ghi nhưng không phải tệp thường (chẳng hạn một ống dẫn của hệ điều hành). Xóa nó đi "
    "rồi tạo tệp .yml bằng trình soạn thảo.",
    "directory_as_record": "Một thư mục được đặt tên có đuôi .yml như tên bản ghi, nên danh mục tưởng đó là bản ghi mà mở ra thì không có gì. "
    "Chuyển các tệp bên trong ra ngoài, rồi xóa hoặc đổi tên thư mục.",
    "symlink": "Tệp này chỉ là lối tắt dẫn sang tệp khác. Khi chép danh mục sang máy khác, lối tắt bị hỏng hoặc dẫn nhầm chỗ. "
    "Xóa lối tắt và chép chính tệp thật vào đây.",
    "too_large": "Một bản ghi chỉ vài nghìn chữ, không bao giờ tới 256 KiB. Tệp lớn như vậy thường do dán nhầm ảnh hay tài liệu khác vào. "
    "Cắt bớt bài viết, còn ảnh thì để thành tệp riêng cạnh bản ghi.",
    "utf16": "Notepad đời cũ có kiểu lưu “Unicode”, tức UTF-16, mà danh mục không đọc. Mở lại tệp, chọn Lưu thành (Save As), ở ô mã hóa "
    "(Encoding) chọn UTF-8 rồi lưu đè.",
    "not_utf8": "Tệp được lưu bằng bảng mã cũ (TCVN3, VNI, Windows-1258…), mở ở máy khác chữ có dấu sẽ thành ký hiệu lạ. "
    "Mở tệp bằng đúng chương trình đã soạn, chuyển sang Unicode, rồi lưu với mã hóa UTF-8.",
    "binary": "Bên trong tệp không phải chữ: thường là tệp Word, Excel hay ảnh bị đổi đuôi thành .yml. Bản ghi phải là tệp văn bản thuần. "
    "Chép chữ ra một tệp mới soạn bằng Notepad hay VS Code, lưu với mã hóa UTF-8.",
    "empty_file": "Tệp có tên mà chưa có nội dung, hoặc chỉ có ghi chú. Danh mục không thể đăng một bản ghi trống. "
    "Viết các trường bắt buộc vào, hoặc xóa tệp nếu tạo nhầm.",
    "bad_file_name": "Tên tệp chính là mã của bản ghi, nằm trong địa chỉ trang và mã QR in trên bao bì, nên chỉ gồm chữ thường không dấu, "
    "chữ số và gạch nối đơn. Đổi tên tệp theo gợi ý trong thông báo.",
    "wrong_extension": "Danh mục chỉ đọc tệp có đuôi .yml. Windows hay giấu đuôi thật, nên tệp nhìn như .yml mà thật ra là .yml.txt. "
    "Bật hiện đuôi tệp (View > File name extensions) rồi đổi tên theo gợi ý.",
    "id_twice": "Hai tệp ở hai thư mục khác nhau mang cùng một tên, mà mã thì chỉ dùng một lần trong cả danh mục: hai bản ghi không thể "
    "chung một trang. Nếu là một sản phẩm thì giữ một tệp, nếu là hai thì đặt mã khác cho tệp mới.",
    "id_case": "Hai tên tệp chỉ khác nhau ở chữ hoa, dấu hoặc khoảng trống. Trên nhiều máy đó là một tệp, trên trang đó là một địa chỉ. "
    "Gộp lại thành một bản ghi, hoặc đặt cho một tệp cái tên khác hẳn.",
    "reserved_id": "Mã “chua-ro” dành cho thư mục của những sản phẩm chưa có nguồn nào cho biết địa phương. "
    "Một huyện mang mã đó sẽ nhận hết các sản phẩm ấy về mình. Đặt mã khác cho huyện.",
    "product_outside_district": "Thư mục chứa bản ghi cho biết sản phẩm ở huyện nào, nên tệp không được nằm thẳng trong products/. "
    "Chuyển tệp vào thư mục của huyện; chưa có nguồn nói nơi làm thì để trong products/chua-ro/.",
    "record_too_deep": "Bản ghi nằm trong một thư mục con của thư mục đúng, nên danh mục không đọc tới. Các bản ghi nằm cạnh nhau, ảnh nằm ngay "
    "bên cạnh. Chuyển tệp lên thư mục nêu trong thông báo rồi xóa thư mục con.",
    "record_misplaced": "Danh mục chỉ đọc bản ghi ở những thư mục đã định; tệp nằm chỗ khác sẽ ở đó mãi mà không ai biết trang chưa hiện. "
    "Chuyển tệp vào thư mục nêu trong thông báo, chú ý chữ “s” ở cuối tên thư mục.",
    "no_such_district_folder": "Thư mục này không mang mã của huyện nào trong danh mục, nên các sản phẩm bên trong không thuộc về đâu. "
    "Thường do gõ sai một chữ. Đổi tên thư mục theo gợi ý, hoặc chuyển các tệp sang thư mục đúng.",
    "stray_file": "Trong thư mục có một tệp không phải bản ghi cũng không phải ảnh, chẳng hạn bảng giá hay ghi chú. Trang không dùng đến nó. "
    "Điều cần nhớ về một bản ghi thì viết vào trường notes của bản ghi ấy.",
    "kinds_missing": "Tệp catalogue/kinds.yml khai các nhóm và loại hàng mà mọi sản phẩm dựa vào. Thiếu nó thì không xếp được sản phẩm nào. "
    "Lấy lại tệp từ kho Git, có lẽ nó vừa bị xóa hoặc đổi tên.",
    "more_faults": "Một tệp sai quá nhiều chỗ thì chỉ kể một trăm lỗi đầu và đếm phần còn lại, vì chúng thường có chung một nguyên nhân. "
    "Sửa các lỗi đầu rồi kiểm tra lại.",
}  # fmt: skip

_YAML: Final = {
    "forbidden_character": "Khi chép chữ từ Word, Zalo hay trang web, có khi dính theo ký tự không nhìn thấy được. Nó làm hai chữ trông giống hệt nhau "
    "mà máy coi là khác, hoặc đảo ngược cả dòng. Xóa đoạn quanh chỗ được báo rồi gõ lại bằng tay.",
    "tab_indent": "Mỗi máy hiện phím Tab rộng hẹp khác nhau, nên YAML không cho dùng Tab để thụt dòng (trong ví dụ, ⇥ là một phím Tab). "
    "Xóa Tab và gõ hai dấu cách.",
    "bad_start": "Một số dấu như @ hay % có nghĩa riêng trong YAML khi đứng đầu. Câu bắt đầu bằng dấu ấy phải đặt trong ngoặc kép thẳng (phím cạnh Enter).",
    "too_many_entries": "Không danh sách nào trong một bản ghi cần nhiều mục như vậy. Thường là do dán nhầm cả một bảng, hay dán lặp nhiều lần. "
    "Xóa các mục thừa.",
    "too_deep": "Không bản ghi nào cần lồng quá vài tầng. Nhiều dấu ngoặc như vậy thường do phím bị kẹt hay dán nhầm. Xóa các dấu ngoặc thừa.",
    "unclosed_quote": "Có dấu mở ngoặc kép mà không có dấu đóng, nên máy đọc tiếp sang các dòng sau như một câu duy nhất. Thêm dấu đóng ở cuối câu.",
    "bad_escape": "Trong ngoặc kép thẳng, dấu \\ không phải dấu gạch chéo bình thường mà báo một ký tự đặc biệt theo sau. "
    "Viết dấu / thay cho nó, hoặc bỏ ngoặc kép.",
    "after_block_mark": "Dấu | báo rằng một bài nhiều dòng bắt đầu từ dòng kế tiếp. Sau dấu ấy phải xuống dòng, và mọi dòng của bài thụt vào hai dấu cách.",
    "anchor": "Dấu & và * đứng đầu một giá trị là lệnh riêng của YAML mà bản ghi không dùng. Muốn viết chữ có dấu ấy, hoặc chữ đậm kiểu *…*, "
    "thì đặt cả câu trong ngoặc kép.",
    "tag": "Dấu ! đứng đầu một giá trị là lệnh riêng của YAML mà bản ghi không dùng. Muốn viết dấu ấy thì đặt cả câu trong ngoặc kép.",
    "space_after_colon": "YAML chỉ hiểu “tên: giá trị” khi sau dấu hai chấm có một dấu cách; viết liền thì cả cụm bị coi là một chữ. Thêm dấu cách.",
    "missing_colon": "Dòng này không có dạng “tên: giá trị”: thiếu dấu hai chấm, hoặc là phần tiếp của câu trên mà chưa thụt vào. "
    "Thêm dấu hai chấm, hoặc thụt dòng vào hai dấu cách.",
    "colon_in_text": "Trong câu có dấu hai chấm rồi dấu cách, nên máy tưởng một trường mới bắt đầu giữa câu. Đặt cả câu trong ngoặc kép thẳng (phím cạnh Enter).",
    "bad_indent": "Các trường cùng cấp phải bắt đầu ở cùng một cột, nhờ vậy máy biết trường nào thuộc mục nào. Đếm dấu cách ở đầu dòng và gióng lại cho thẳng.",
    "odd_space": "Chữ chép từ Word hay trang web có khi mang theo dấu cách không ngắt; trông như dấu cách thường mà YAML không coi là dấu cách "
    "(trong ví dụ, ␣ là dấu cách ấy). Xóa nó và gõ lại bằng phím cách.",
    "wide_mark": "Bộ gõ tiếng Trung hay tiếng Nhật cho ra dấu hai chấm rộng, khác dấu hai chấm thường. Chuyển bộ gõ rồi gõ lại dấu ấy.",
    "comma_in_braces": "Khi viết gọn trong { }, dấu phẩy ngăn trường này với trường kia. Giá 15,000 vì thế bị đọc thành giá 15 rồi một trường tên 000. "
    "Bỏ dấu phẩy trong số; câu có dấu phẩy thì đặt trong ngoặc kép.",
    "comment_mark": "Trong bản ghi, ghi chú cho người đọc bắt đầu bằng dấu #. Các dấu // hay <!-- của ngôn ngữ khác không có nghĩa gì ở đây. "
    "Thay bằng dấu # và một dấu cách.",
    "merge_conflict": "Hai người cùng sửa một chỗ và Git để cả hai bản trong tệp, ngăn nhau bằng các dòng <<<<<<<, =======, >>>>>>>. "
    "Máy không biết bản nào đúng. Chọn nội dung đúng, rồi xóa phần kia và cả ba dòng dấu.",
    "list_mark": "Word hay tự đổi gạch đầu dòng thành gạch dài, chấm tròn hoặc số thứ tự. YAML chỉ nhận gạch ngắn trên bàn phím và một dấu cách. "
    "Xóa dấu ở đầu mục và gõ lại “- ”.",
    "space_after_dash": "Sau gạch đầu mục phải có một dấu cách; viết liền thì gạch bị coi là một phần của chữ. Thêm dấu cách sau gạch.",
    "dash_in_line": "Mỗi mục của danh sách đứng ở một dòng riêng. Xuống dòng sau tên trường, thụt vào hai dấu cách rồi mới viết gạch đầu mục.",
    "unclosed_bracket": "Có dấu mở ngoặc mà chưa có dấu đóng, hoặc giữa hai mục thiếu dấu phẩy. Tìm chỗ được báo, đóng ngoặc hoặc thêm dấu phẩy.",
    "stray_bracket": "Có một dấu đóng ngoặc thừa. Xóa nó đi; nếu nó là một phần của câu thì đặt cả câu trong ngoặc kép.",
    "text_after_quote": "Ngoặc kép mở ở đầu giá trị phải đóng ở cuối giá trị, sau đó không còn chữ. Muốn nhấn một từ giữa câu thì dùng ngoặc cong “ ”.",
    "bad_yaml": "Chỗ này không theo cách viết của YAML, và không giống lỗi thường gặp nào. Mở một bản ghi đang tốt, so từng dấu ở dòng được báo.",
    "duplicate_key": "Một trường được ghi hai lần. Máy chỉ giữ được một giá trị mà không biết giá trị nào đúng. Gộp lại hoặc xóa dòng sai.",
    "complex_key": "Tên trường là một từ, không có ngoặc. Dấu {{ }} thường còn sót lại từ một bản mẫu chưa điền. Xóa ngoặc và viết giá trị thật.",
    "merge_key": "Dấu << của YAML có nghĩa “lấy như ở chỗ khác”, mà bản ghi thì phải đọc được ngay tại chỗ. Viết các trường ra đầy đủ.",
    "second_document": "Mỗi tệp chỉ một bản ghi, vì tên tệp là mã của bản ghi. Dòng --- ở giữa bắt đầu một bản ghi thứ hai. "
    "Chuyển phần sau sang tệp khác.",
    "empty_entry": "Có gạch đầu mục mà sau đó không có gì, có lẽ là một dòng viết dở. Điền nội dung hoặc xóa dòng.",
    "not_a_record": "Một bản ghi gồm các dòng “tên trường: giá trị” viết sát lề trái. Tệp này lại bắt đầu bằng một danh sách hoặc một câu văn. "
    "Bỏ gạch ở đầu, viết mỗi trường một dòng.",
    "not_a_list_of_records": "Tệp catalogue/promotions.yml chứa nhiều đợt quảng bá nên là một danh sách. Thêm gạch đầu mục trước mỗi đợt.",
}  # fmt: skip

_FIELDS: Final = {
    "invalid": "Giá trị này không hợp lệ mà chương trình chưa có lời riêng để nói vì sao. Đây là thiếu sót của chương trình, xin báo lại. "
    "Trong lúc chờ, xem trang giải thích các trường để viết cho đúng.",
    "missing": "Một vài trường bắt buộc phải có: trang không tên, ảnh không lời mô tả hay thông tin không nguồn thì thà chưa đăng. "
    "Thêm trường được nêu tên vào đúng mục được báo.",
    "unknown_key": "Tên trường này không có trong danh mục, có thể do gõ sai, viết hoa hoặc viết bằng tiếng Việt. Nếu bỏ qua thì điều bạn viết sẽ mất mà không ai hay. "
    "Dùng tên được gợi ý, hoặc xem trang giải thích các trường.",
    "misplaced_key": "Trường này có thật nhưng nằm bên trong một mục khác. Ví dụ số sao nằm trong recognitions, giá nằm trong packs. "
    "Chuyển dòng ấy vào trong mục nêu ở thông báo và thụt vào.",
    "id_is_file_name": "Mã của bản ghi là tên tệp, không viết thêm trong tệp: chỉ có một nơi để đổi thì không bao giờ lệch nhau. Xóa dòng này.",
    "district_is_folder": "Sản phẩm thuộc huyện nào là do thư mục chứa nó. Xóa dòng này; nếu huyện sai thì chuyển tệp sang thư mục đúng.",
    "other_record": "Trường này thuộc loại bản ghi khác. Ví dụ địa chỉ và điện thoại nằm ở bản ghi chủ thể, viết một lần cho mọi sản phẩm của chủ thể ấy. "
    "Chuyển dòng sang tệp trong thư mục được nêu.",
    "not_known_written": "Trường không bắt buộc mà chưa biết thì để trống, tức là không viết dòng ấy. Chữ “chưa rõ” sẽ bị đếm, xếp và đăng như một giá trị thật. "
    "Xóa trường, điều cần hỏi thêm thì ghi vào notes.",
    "not_text": "Chỗ này chỉ nhận một giá trị, mà bản ghi lại viết một danh sách hoặc nhiều trường con. Viết thành một câu hoặc một giá trị.",
    "not_a_list": "Trường này là danh sách, dù chỉ có một mục, để máy đọc như nhau. Đặt giá trị trong ngoặc vuông [ ], "
    "hoặc xuống dòng và viết mỗi mục sau một gạch “- ”.",
    "not_a_list_of_parts": "Trường này gồm nhiều mục, mỗi mục có các trường con. Dù chỉ có một mục cũng phải có gạch “- ” ở đầu. "
    "Xuống dòng, thụt vào, viết gạch rồi các trường con.",
    "not_a_map": "Chỗ này gồm các trường con có tên, vì máy không đoán được số nào là gì. Viết từng trường con như ví dụ trong thông báo.",
    "empty_text": "Có ngoặc kép mà bên trong không có chữ. Viết nội dung, hoặc xóa cả dòng nếu chưa có.",
    "too_long": "Tên và tóm tắt hiện trong danh sách và trên điện thoại nên có độ dài tối đa. Rút gọn câu; phần kể dài thì để trong story.",
    "one_line": "Tên và tóm tắt đứng trong một dòng của danh sách, nên không được xuống dòng. Nối lại thành một dòng.",
    "bad_id": "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối đơn, vì nó nằm trong địa chỉ trang. Viết lại theo gợi ý.",
    "not_whole": "Số nguyên viết bằng chữ số liền nhau. Dấu chấm hàng nghìn có người đọc là phần thập phân, còn đơn vị thì tên trường đã nói. "
    "Viết 15000, không viết 15.000 đ.",
    "not_number": "Chỗ này cần một con số, không kèm đơn vị hay lời. Đơn vị có trường riêng. Viết 1 và unit: t, không viết “1 tấn”.",
    "decimal_comma": "Phần thập phân trong tệp dữ liệu viết sau dấu chấm, như trên bản đồ và trong phần mềm. Khi hiện trên trang tiếng Việt, máy tự đổi thành dấu phẩy.",
    "thousands_point": "Trong tệp dữ liệu, dấu chấm ngăn phần thập phân, nên 1.000 là một chứ không phải một nghìn. Viết liền: 1000.",
    "out_of_range": "Con số nằm ngoài khoảng có thể có của trường này, ví dụ tháng 13 hay 6 sao. Xem lại nguồn và sửa số.",
    "not_a_choice": "Trường này chỉ nhận một trong vài từ cố định, để trang hiện được bằng hai thứ tiếng, đếm và lọc được. "
    "Chọn một từ trong danh sách ở thông báo.",
    "not_yes_no": "Câu hỏi này chỉ có hai câu trả lời. Viết true (có) hoặc false (không).",
    "no_such_date": "Ngày này không có trong lịch, như 31 tháng 11 hoặc tháng 13. Xem lại quyết định hoặc nguồn.",
    "year_out_of_range": "Năm nằm ngoài khoảng có thể, thường do gõ thiếu hoặc thừa một chữ số. Sửa lại năm.",
    "date_turned": "Ngày viết theo thứ tự năm-tháng-ngày để máy xếp được và không ai đọc nhầm ngày với tháng. Viết 2025-12-28 thay cho 28/12/2025.",
    "not_a_date": "Chỗ này cần một ngày, và chỉ ghi tới mức đã biết: một năm, một tháng của năm, hoặc một ngày. "
    "Viết 2025, 2025-12 hoặc 2025-12-28, không thêm chữ.",
    "bad_link": "Đây chưa phải một địa chỉ trang web đầy đủ. Mở trang bằng trình duyệt, chép nguyên dòng địa chỉ, nó bắt đầu bằng https://.",
    "link_not_https": "Liên kết phải bắt đầu bằng https:// để người xem tới đúng trang, không bị ai sửa trên đường đi. Thêm hoặc đổi phần đầu, rồi mở thử.",
    "link_with_user": "Địa chỉ có tên đăng nhập (và có khi cả mật khẩu) trước dấu @. Đăng lên là ai cũng thấy. Xóa phần trước dấu @, và đổi mật khẩu ấy.",
    "no_country": "Nước được ghi bằng mã hai chữ hoa theo ISO 3166 để trang hiện tên bằng hai thứ tiếng. Hàn Quốc là KR, Nhật Bản là JP, Hoa Kỳ là US.",
    "bad_phone": "Người xem bấm vào là gọi, nên mỗi mục chỉ một số, không kèm tên hay số thứ hai. Số 11 chữ số và mã vùng 0781 cũ cũng không còn gọi được. "
    "Nhiều số thì viết thành danh sách.",
    "bad_zalo": "Zalo được mở bằng số điện thoại đăng ký hoặc bằng liên kết https://zalo.me/…, không phải bằng tên hiển thị. Ghi một trong hai.",
    "bad_email": "Địa chỉ thư điện tử có dạng ten@mien.vn, một địa chỉ một mục, không dấu cách. Xem lại phần sau dấu @.",
    "bad_tax_code": "Mã số thuế có 10 số, 13 số (chi nhánh) hoặc 12 số định danh, và chữ số cuối được tính từ các số trước. "
    "Số này không khớp, tức có một chữ số sai. So lại với giấy đăng ký.",
    "bad_gtin": "Mã vạch có 8, 12, 13 hoặc 14 chữ số, chữ số cuối là số kiểm tra. Số này không khớp nên máy quét sẽ không nhận. So lại với bao bì.",
    "bad_hs_code": "Mã HS có 4, 6, 8 hoặc 10 chữ số; người mua nước ngoài tra thuế theo mã này. Viết liền hoặc ngăn bằng dấu chấm, ví dụ 2501.00.",
    "bad_hours": "Giờ mở cửa viết theo cách của bản đồ OpenStreetMap để trang hiện được bằng hai thứ tiếng. Mo-Su là thứ hai đến chủ nhật; "
    "ví dụ Mo-Su 07:30-20:00.",
    "bad_code": "Mã thống kê của huyện, xã chỉ gồm chữ số. Chép lại từ danh mục hành chính.",
    "photo_elsewhere": "Ảnh nằm ngay cạnh bản ghi, nên chỉ ghi tên tệp, không ghi thư mục hay địa chỉ. Chép ảnh vào thư mục của bản ghi rồi ghi tên tệp.",
    "lat_lon_swapped": "Vĩ độ (lat) của Bạc Liêu khoảng 9, kinh độ (lon) khoảng 105. Ở đây hai số bị đổi chỗ. Đổi lại như trong thông báo.",
    "point_outside_province": "Điểm này nằm ngoài tỉnh Bạc Liêu cũ, nên huyện hay chủ thể không thể ở đó. Lấy lại tọa độ trên bản đồ, nhớ lat trước, lon sau.",
    "point_outside_country": "Điểm này nằm ngoài Việt Nam. Lấy lại tọa độ trên bản đồ. Điểm bán ở nước ngoài thì phải ghi country.",
    "expires_before_date": "Ngày hết hạn đứng trước ngày công nhận, nên một trong hai ngày bị chép sai. So lại với quyết định.",
    "expires_before_issued": "Chứng nhận hết hạn trước ngày cấp, nên một trong hai ngày bị chép sai. So lại với giấy chứng nhận.",
    "closed_before_opened": "Điểm bán đóng cửa trước khi mở, nên một trong hai ngày bị chép sai. Sửa lại theo nguồn.",
    "until_before_from": "Đợt quảng bá kết thúc trước khi bắt đầu nên sẽ không bao giờ hiện. Sửa lại from hoặc until.",
    "score_outside_band": "Mỗi hạng sao ứng với một khoảng điểm: 5 sao từ 90, 4 sao từ 70, 3 sao từ 50. Điểm và số sao ở đây không khớp nhau. "
    "So lại với quyết định công nhận.",
    "whole_year": "Trường season chỉ để ghi các tháng có bán của hàng theo mùa. Hàng bán quanh năm thì không ghi trường này.",
    "month_twice": "Một tháng được ghi hai lần, có lẽ một số định viết tháng khác. Xem lại và ghi mỗi tháng một lần.",
    "sells_all_or_list": "Điểm bán ghi all khi bán mọi sản phẩm, hoặc ghi danh sách mã sản phẩm trong ngoặc vuông, nhờ vậy trang của sản phẩm nói được mua ở đâu.",
    "no_consent": "Luật Bảo vệ dữ liệu cá nhân đòi hỏi phải có sự đồng ý rõ ràng trước khi đăng tên người, điện thoại, thư điện tử hay Zalo. "
    "Hỏi chủ thể, rồi ghi ngày họ đồng ý vào consent. Chưa hỏi thì xóa các trường ấy.",
    "source_without_url": "Nguồn không có địa chỉ thì không ai tra lại được. Thêm url của trang; bài trên giấy thì tìm bản đăng trên mạng hoặc trang của cơ quan.",
    "bare_link": "Một mục của sources là mã nguồn trong sources.yml hoặc các trường con của nguồn. Địa chỉ trang phải viết sau “url:” để ghi thêm được tên bài và ngày. "
    "Nếu thông báo gợi ý một mã thì nguồn này đã có sẵn, chỉ cần ghi mã.",
    "no_source": "Danh mục chỉ ghi điều các nguồn công khai nói, nên mỗi bản ghi có ít nhất một nguồn. Ghi mã nguồn trong sources.yml hoặc địa chỉ trang.",
    "district_and_elsewhere": "Điểm bán ở trong tỉnh thì ghi district, ở tỉnh khác ghi province, ở nước ngoài ghi country, không ghi hai cách cùng lúc. Giữ cách đúng, xóa cách kia.",
    "province_and_country": "Trường province chỉ dùng cho tỉnh của Việt Nam, còn nước ngoài chỉ ghi country. Giữ một trong hai; tên thành phố nước ngoài ghi ở address.",
}  # fmt: skip

_LINKS: Final = {
    "no_kind": "Loại hàng được ghi bằng mã khai trong catalogue/kinds.yml, không phải bằng tên. Dùng mã được gợi ý; "
    "nếu thật sự chưa có loại này thì thêm vào kinds.yml trước.",
    "kind_is_group": "Đây là mã hoặc tên của một trong sáu nhóm OCOP, còn sản phẩm thì thuộc một loại hàng trong nhóm. Chọn một mã loại trong danh sách ở thông báo.",
    "no_group": "Nhóm được ghi bằng mã của một trong sáu nhóm OCOP khai ở đầu tệp kinds.yml. Sửa lại theo gợi ý.",
    "no_producer": "Chủ thể được ghi bằng mã, tức tên tệp trong catalogue/producers/ (bỏ đuôi .yml), không phải bằng tên. "
    "Dùng mã được gợi ý; chủ thể mới thì tạo bản ghi chủ thể trước.",
    "no_product": "Sản phẩm được ghi bằng mã, tức tên tệp của nó (bỏ đuôi .yml). Dùng mã được gợi ý, hoặc tạo bản ghi sản phẩm trước.",
    "no_district": "Huyện được ghi bằng mã, không phải bằng tên: bac-lieu, gia-rai, hoa-binh, vinh-loi, phuoc-long, hong-dan, dong-hai. Dùng mã được gợi ý.",
    "no_commune": "Xã, phường, thị trấn được ghi bằng mã khai trong bản ghi của huyện, theo tên trước tháng 7/2025. Dùng mã được gợi ý, "
    "hoặc mở tệp của huyện để xem các mã.",
    "commune_since_merger": "Đây là tên đơn vị mới từ tháng 7/2025, gộp từ nhiều xã, phường cũ. Danh mục ghi đơn vị cũ, rồi tự nói nay là đơn vị nào; "
    "ngược lại thì không suy ra được. Chọn một mã cũ trong thông báo.",
    "commune_elsewhere": "Xã, phường này thuộc huyện khác với huyện của bản ghi. Nhiều huyện có phường trùng tên nên phải đúng cả hai. "
    "Sửa xã, hoặc chuyển bản ghi sang thư mục (hay district) của huyện kia.",
    "commune_without_district": "Có xã mà chưa có huyện thì không biết là xã nào, vì có tên trùng nhau. Chủ thể và điểm bán thì thêm district; "
    "sản phẩm thì chuyển tệp vào thư mục của huyện.",
    "unknown_source": "Nguồn được dẫn bằng mã khai trong catalogue/sources.yml. Mã này không có ở đó. Dùng mã được gợi ý, "
    "thêm nguồn vào sources.yml, hoặc viết nguồn ra ngay tại chỗ bằng url.",
    "no_measure": "Mục tiêu và kết quả dùng mã chỉ tiêu khai ở measures trong cùng tệp. Dùng mã được gợi ý hoặc khai thêm chỉ tiêu.",
    "replaced_by_itself": "Bản ghi đã rút được ghi là thay bằng chính nó, trang sẽ dẫn người xem đi vòng tròn. Ghi mã của sản phẩm thay thế, hoặc xóa dòng này.",
    "former_is_own": "Mã cũ trùng với mã đang dùng của chính bản ghi, nên không có gì để dẫn về. Xóa khỏi formerly.",
    "former_is_taken": "Mã cũ này đang là mã của bản ghi khác, mà một địa chỉ không thể vừa là trang vừa dẫn sang trang khác. Xóa khỏi formerly, "
    "hoặc gộp hai bản ghi nếu chúng là một.",
    "former_twice": "Hai bản ghi, hoặc một bản ghi hai lần, cùng nhận một mã cũ; địa chỉ cũ chỉ dẫn được về một nơi. Giữ ở bản ghi đúng.",
    "id_repeated": "Hai mục trong cùng danh sách mang một mã, mà mã phải riêng để trang và tham chiếu không lẫn. Đổi mã của một mục.",
}  # fmt: skip

_PHOTOS: Final = {
    "photo_missing": "Bản ghi nêu tên một ảnh mà trong thư mục không có tệp tên đúng như vậy; chữ hoa và chữ thường là khác nhau. "
    "Chép ảnh vào cạnh bản ghi, hoặc sửa tên cho khớp.",
    "photo_name": "Tên tệp ảnh có dấu gõ trên máy Mac được lưu theo cách mà máy khác coi là tên khác. Đổi tên tệp thành chữ không dấu, rồi sửa cả trong bản ghi.",
    "photo_twice": "Một ảnh được ghi hai lần trong cùng bản ghi. Giữ một mục, xóa mục kia.",
    "photo_names_alike": "Hai tên ảnh chỉ khác nhau ở chữ hoa, dấu hoặc đuôi tệp; trên trang chúng thành một địa chỉ và ảnh này đè ảnh kia. Đổi tên một ảnh.",
    "photo_symlink": "Tệp ảnh chỉ là lối tắt dẫn sang tệp khác nên sẽ mất khi chép danh mục. Chép chính tệp ảnh vào cạnh bản ghi.",
    "photo_not_a_file": "Tên này là một thư mục hay thứ khác, không phải tệp ảnh. Đặt tệp ảnh thật vào đó, hoặc sửa tên trong bản ghi.",
    "photo_unreadable": "Máy không mở được tệp ảnh, thường vì tệp bị khóa hoặc không có quyền đọc. Chép lại ảnh từ bản gốc.",
    "photo_too_heavy": "Ảnh quá 20 MB làm danh mục nặng cho mọi người chép về. Mở ảnh bằng chương trình xem ảnh, lưu lại với cỡ hoặc chất lượng nhỏ hơn.",
    "photo_wrong_format": "Tệp mang tên ảnh nhưng bên trong là loại tệp khác (GIF, PDF…). Đổi đuôi không làm nó thành ảnh. "
    "Mở tệp rồi lưu thành JPEG.",
    "photo_not_picture": "Nội dung tệp không phải ảnh, dù tên có đuôi .jpg; có khi là trang báo lỗi tải về nhầm. Tải hoặc chép lại ảnh.",
    "photo_cut": "Ảnh chỉ có một phần, thường do chép hoặc tải về bị ngắt giữa chừng. Chép lại từ máy chụp hay điện thoại.",
    "photo_not_shown": "Ảnh HEIC của iPhone chưa hiện được trên trình duyệt, nên trang tạm bỏ qua ảnh này. Mở ảnh, xuất thành JPEG, thay tệp và sửa tên trong bản ghi.",
    "photo_too_small": "Cạnh dài của ảnh phải từ 800 điểm ảnh, nhỏ hơn thì nhòe trên mọi màn hình. Ảnh gửi qua Zalo hay bị thu nhỏ: xin ảnh gốc, hoặc gửi lại kiểu HD.",
    "photo_too_slow": "Ảnh này mở quá nửa phút chưa xong: tệp bị hỏng, hoặc được làm ra để bắt máy chạy mãi. Mở bằng chương trình xem ảnh rồi lưu lại thành JPEG.",
    "photo_too_many_pixels": "Ảnh có quá 50 triệu điểm ảnh, mở ra sẽ đầy bộ nhớ của máy người xem. Lưu lại với kích thước nhỏ hơn, 4000 điểm ảnh là thừa đủ.",
}  # fmt: skip

_ADVICE: Final = {
    "product_without_photo": "Trang không ảnh vẫn đăng được, nhưng người mua ít dừng lại. Chụp bao bì và sản phẩm, chép ảnh vào cạnh bản ghi rồi ghi vào photos.",
    "product_without_english": "Trang tiếng Anh đang hiện tên tiếng Việt. Ghi tên tiếng Anh vào en: {name: …} để người mua nước ngoài đọc được.",
    "product_without_producer": "Chưa biết ai làm ra sản phẩm này. Tìm trong quyết định công nhận hoặc hỏi xã, rồi ghi mã chủ thể. Không nguồn nào nói thì để trống.",
    "producer_without_products": "Không sản phẩm nào trong danh mục ghi chủ thể này. Thường vì sản phẩm của họ chưa ghi producer, hoặc chưa có bản ghi. Thêm vào, hoặc xóa chủ thể tạo nhầm.",
    "near_names": "Hai sản phẩm của cùng một chủ thể có tên gần như nhau, có thể là một sản phẩm ghi hai lần. Là một thì gộp lại, là hai thì đặt tên cho dễ phân biệt. "
    "Chưa rõ thì ghi similar_to.",
    "may_be_same": "Bản ghi nói rằng nó có thể trùng với một bản ghi khác, và chưa ai xác minh. Hỏi chủ thể: là một thì gộp lại và ghi formerly, là hai thì xóa similar_to.",
    "scheme_by_name": "Chứng nhận phổ biến có mã chung (haccp, iso-22000, vietgap…) để người mua lọc được và đếm không bị tách làm nhiều loại. Ghi mã được gợi ý; "
    "năm hay phiên bản thì ghi ở note.",
    "source_to_fill": "Lệnh ocop new ghi tạm địa chỉ này khi chưa được cho biết nguồn. Thay bằng trang đăng tin hay quyết định thật trước khi gửi.",
    "source_not_dated": "Nguồn chưa có ngày, mà người đọc xét một thông tin qua độ mới cũ của nó. Mở trang, tìm ngày đăng và ghi vào date, chỉ biết năm thì ghi năm.",
    "stars_not_recognised": "Quyết định công nhận OCOP chỉ có từ 3 sao; 1 và 2 sao chỉ là mức đánh giá. Sửa số sao theo quyết định, hoặc xóa lần công nhận này.",
    "promotion_without_goods": "Đợt quảng bá không nêu loại hàng hay sản phẩm nào nên không làm gì cả. Ghi kinds hoặc products, hoặc xóa đợt này.",
    "rating_ends_soon": "Công nhận sắp hết hạn. Hồ sơ công nhận lại nộp trước hạn từ 180 đến 120 ngày, muộn hơn thì sản phẩm có thể mất sao nhiều tháng. "
    "Báo cho chủ thể và xã ngay; có quyết định mới thì thêm một lần công nhận.",
    "rating_ended": "Công nhận đã hết hạn và chưa có lần công nhận mới trong danh mục; trang đang nói đúng như vậy. Nếu đã được công nhận lại thì thêm lần ấy vào recognitions, "
    "giữ nguyên lần cũ.",
    "certificate_ends_soon": "Giấy chứng nhận này sắp hết hạn. Nhắc chủ thể gia hạn; có giấy mới thì sửa ngày cấp, ngày hết hạn và số.",
    "certificate_ended": "Giấy chứng nhận này đã hết hạn. Có giấy mới thì cập nhật, không còn thì xóa mục này.",
    "no_holding_rating": "Sản phẩm chưa có lần công nhận nào vừa rõ ngày vừa còn hiệu lực, nên trang ghi là chưa xác nhận hoặc chưa xếp hạng. "
    "Tìm quyết định, ghi ngày công nhận vào date.",
    "date_in_future": "Ngày công nhận còn ở tương lai, nên lần công nhận này chưa được tính. Nếu gõ nhầm năm thì sửa; nếu quyết định có hiệu lực sau thì cứ để vậy.",
}  # fmt: skip

EXPLAINED: Final[Mapping[str, str]] = {**_FILES, **_YAML, **_FIELDS, **_LINKS, **_PHOTOS, **_ADVICE}

TITLES: Final[Mapping[str, str]] = {
    "bare_link": "Nguồn chỉ ghi địa chỉ trang",
    "closed_before_opened": "Đóng cửa trước ngày mở",
    "district_and_elsewhere": "Điểm bán vừa ở trong tỉnh vừa ở nơi khác",
    "empty_text": "Trong ngoặc kép không có chữ",
    "expires_before_date": "Hết hạn trước ngày công nhận",
    "expires_before_issued": "Hết hạn trước ngày cấp",
    "kinds_missing": "Thiếu tệp kinds.yml",
    "missing": "Thiếu trường bắt buộc",
    "no_consent": "Có người liên hệ mà chưa ghi ngày đồng ý",
    "not_a_list": "Chỗ này cần một danh sách",
    "not_a_list_of_parts": "Chỗ này cần một danh sách các mục",
    "not_a_record": "Tệp không có dạng một bản ghi",
    "product_outside_district": "Sản phẩm nằm ngoài thư mục của huyện",
    "province_and_country": "Ghi cả province lẫn country",
    "sells_all_or_list": "Điểm bán ghi all hoặc danh sách sản phẩm",
    "too_long": "Chữ dài quá",
    "unreadable": "Không đọc được tệp",
    "until_before_from": "Kết thúc trước khi bắt đầu",
}
"""Headings of messages whose own first words make none."""

HEADINGS: Final[Mapping[str, tuple[str, str]]] = {
    "files": ("Tệp và thư mục", "Tệp tên gì, nằm ở đâu, lưu bằng mã nào."),
    "yaml": (
        "Cách viết tệp",
        "Dấu hai chấm, dấu cách, gạch đầu mục, ngoặc: những gì làm máy không đọc được dòng.",
    ),
    "fields": ("Trường và giá trị", "Tên trường, và điều được viết trong mỗi trường."),
    "links": ("Mã và tham chiếu", "Chủ thể, loại hàng, xã, nguồn: bản ghi này nhắc đến bản ghi kia bằng mã."),
    "photos": ("Ảnh", "Ảnh nằm cạnh bản ghi: tên, loại tệp, kích thước."),
    "advice": ("Nhắc việc", "Cảnh báo không ngăn việc đăng; đó là những điều nên làm khi có dịp."),
}
"""Group of messages (see `messages.GROUPS`) -> its heading and what it is about."""

PLACES: Final[Mapping[str, tuple[str, str]]] = {
    "band": ("khoảng điểm", "range of points"),
    "character": ("mã ký tự", "code of the character"),
    "choices": ("các từ được dùng", "words allowed"),
    "communes": ("các xã cũ", "old communes"),
    "count": ("số lỗi", "number of faults"),
    "date": ("ngày", "date"),
    "days": ("số ngày", "number of days"),
    "district": ("huyện", "district"),
    "first": ("ngày trước", "first date"),
    "folder": ("thư mục", "folder"),
    "format": ("loại tệp", "type of file"),
    "height": ("chiều cao", "height"),
    "here": ("huyện này", "this district"),
    "id": ("mã", "id"),
    "key": ("tên trường", "field"),
    "keys": ("các trường con", "fields inside"),
    "kinds": ("các loại hàng", "kinds"),
    "lat": ("vĩ độ", "latitude"),
    "least": ("nhỏ nhất", "least"),
    "length": ("độ dài", "length"),
    "line": ("số dòng", "line"),
    "lon": ("kinh độ", "longitude"),
    "longest": ("dài nhất", "longest"),
    "most": ("lớn nhất", "most"),
    "other": ("bản ghi kia", "the other"),
    "plain": ("dấu thường", "ordinary mark"),
    "reason": ("lý do", "reason"),
    "scheme": ("tên chứng nhận", "scheme"),
    "score": ("điểm", "score"),
    "second": ("ngày sau", "second date"),
    "size": ("cỡ tệp", "size"),
    "stars": ("số sao", "stars"),
    "there": ("huyện kia", "the other district"),
    "value": ("điều đã viết", "what was written"),
    "where": ("mục", "part"),
    "width": ("chiều rộng", "width"),
}
"""What a finding fills into a message, as the guide calls it."""

SAMPLES: Final[Mapping[str, tuple[str, str]]] = {
    "unreadable": ("muoi-hat.yml chỉ một người được đọc", "muoi-hat.yml ai cũng đọc được"),
    "symlink": ("muoi-hat.yml là lối tắt tới ../muoi-tinh.yml", "muoi-hat.yml là một tệp thật"),
    "not_a_file": ("muoi-hat.yml là một ống dẫn của hệ điều hành", "muoi-hat.yml là một tệp thường"),
    "too_large": ("muoi-hat.yml nặng 300 KiB", "muoi-hat.yml nặng 2 KiB"),
    "too_many_entries": ("danh sách formerly có 10.001 mục", "danh sách formerly có vài mục"),
    "utf16": ("muoi-hat.yml, lưu kiểu “Unicode” (UTF-16)", "muoi-hat.yml, lưu kiểu “UTF-8”"),
    "not_utf8": ("muoi-hat.yml, lưu kiểu “ANSI”, TCVN3 hoặc VNI", "muoi-hat.yml, lưu kiểu “UTF-8”"),
    "binary": ("muoi-hat.yml, thật ra là tệp Word đổi tên", "muoi-hat.yml, tệp văn bản thuần"),
    "empty_file": ("muoi-hat.yml, bên trong trống", "muoi-hat.yml, bên trong là một bản ghi"),
    "kinds_missing": ("không có tệp catalogue/kinds.yml", "catalogue/kinds.yml"),
    "more_faults": ("một tệp có 120 trường lạ", "một tệp không có lỗi"),
    "invalid": (
        "một giá trị mà chưa quy tắc nào lường tới",
        "một giá trị như trong trang giải thích các trường",
    ),
    "producer_without_products": (
        "catalogue/producers/htx-moi.yml, mà không sản phẩm nào ghi chủ thể này",
        "products/dong-hai/muoi-moi.yml, có dòng producer: htx-moi",
    ),
    "photo_name": ("muối-hạt.jpg, đặt tên trên máy Mac", "muoi-hat.jpg"),
    "photo_unreadable": ("muoi-hat-1.jpg chỉ một người được đọc", "muoi-hat-1.jpg ai cũng đọc được"),
    "photo_too_small": (
        "muoi-hat-1.jpg, 320×200 điểm ảnh, ảnh thu nhỏ từ tin nhắn",
        "muoi-hat-1.jpg, 1600×1000 điểm ảnh, ảnh gốc của điện thoại",
    ),
    "photo_symlink": ("muoi-hat-1.jpg là lối tắt tới ảnh khác", "muoi-hat-1.jpg là một ảnh thật"),
    "photo_not_a_file": ("một thư mục tên muoi-hat-1.jpg", "một ảnh tên muoi-hat-1.jpg"),
    "photo_too_heavy": ("muoi-hat-1.jpg nặng 24 MB", "muoi-hat-1.jpg nặng 4 MB"),
    "photo_too_slow": (
        "muoi-hat-1.jpg, ảnh hỏng, mở một phút chưa xong",
        "muoi-hat-1.jpg, ảnh chụp từ điện thoại",
    ),
    "photo_too_many_pixels": ("muoi-hat-1.jpg, 9000×6000 điểm ảnh", "muoi-hat-1.jpg, 4000×3000 điểm ảnh"),
    "photo_wrong_format": (
        "muoi-hat-1.jpg, thật ra là tệp GIF hay PDF đổi tên",
        "muoi-hat-1.jpg, lưu thành JPEG",
    ),
    "photo_not_picture": ("muoi-hat-1.jpg, thật ra là một tệp chữ đổi tên", "muoi-hat-1.jpg, lưu thành JPEG"),
    "photo_cut": ("muoi-hat-1.jpg, mới chép được một nửa", "muoi-hat-1.jpg, chép đủ"),
}
"""Samples that tell of a file in words, in Vietnamese: wrong and right."""
